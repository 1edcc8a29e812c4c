/** Words of the doctor, which come with its page. */

import { inPageLanguage } from './in-page-language.ts';
import { doctor as en } from './en/doctor.ts';

/** What each language fills in. */
export type DoctorWords = typeof en;

export const doctorWords = inPageLanguage<DoctorWords>({ en });
