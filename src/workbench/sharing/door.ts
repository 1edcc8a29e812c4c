/**
 * The way to all that sharing takes. A page names each file that it may fetch together with a module, so it pays for them
 * in every visit: here one name stands for all of them.
 */

export const loadShareResult = () => import('./ShareResult.tsx');
export const loadOpenLink = () => import('./open-link.tsx');
