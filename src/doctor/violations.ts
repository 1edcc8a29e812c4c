/** Notices which directive of a policy forbids something while it is tried. */

/** Tries it, and gives the directives of the policy violations meanwhile, which the browser reports a moment later. */
export async function withViolations<T>(
  attempt: () => Promise<T>,
): Promise<{ readonly value: T; readonly directive: string | undefined }> {
  let directive: string | undefined;
  const note = (event: SecurityPolicyViolationEvent): void => {
    if (event.disposition === 'enforce') directive ??= event.effectiveDirective;
  };
  document.addEventListener('securitypolicyviolation', note);
  try {
    const value = await attempt();
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    return { value, directive };
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
}

/** Milliseconds in which a violation is heard of. */
const settleMs = 50;
