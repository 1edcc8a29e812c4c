/** English words for playgrounds inside a team's own wiki or learning platform, and for the page that prepares them. */

export const embed = {
  /** On the playground inside another page. */
  page: {
    title: (scenario: string, site: string): string => `${scenario} · ${site}`,
    description: (scenario: string): string =>
      `The playground of “${scenario}”, made to be shown inside another page.`,
    challenge: 'Challenge: change the program until every check passes.',
    given: 'This is a program of the course. Change it, or write your own.',
    passed: 'You have passed this challenge.',
    costly: 'Every check passes, but this challenge asks for less cost per transaction.',
    sandboxed:
      'The page around this one shows it in a sandbox, where its scripts cannot load. Add allow-same-origin to the sandbox attribute of the frame, or open the full page.',
    toSite: (site: string): string => `Open the full page on ${site}`,
  },
  /** On the page that prepares what is copied. */
  builder: {
    scenario: 'Scenario',
    theme: 'Theme',
    themes: { auto: 'auto, by the reader’s system', light: 'light', dark: 'dark' },
    height: 'Height in pixels',
    preview: 'Preview',
    /** The accessible name of a frame. */
    frame: (scenario: string, site: string): string => `${site}: ${scenario}`,
    copy: 'Copy',
    /** What a button copies, for those who do not see what stands beside it. */
    copyThis: (what: string): string => `Copy: ${what}`,
    copied: (what: string): string => `Copied: ${what}`,
    notCopied: 'This browser does not allow copying here. Select the text and copy it.',
    blocks: {
      address: {
        title: 'Address',
        help: 'For Notion’s embed block and the iframe macro of Confluence.',
      },
      frame: {
        title: 'Frame',
        help: 'For a page that takes HTML. The height stays as you set it.',
      },
      script: {
        title: 'Script for the height',
        help: 'For a page that may have scripts. Put it once on the page, and each frame becomes as high as its content.',
      },
      markdown: {
        title: 'Picture and link, in Markdown',
        help: 'For a wiki that removes frames.',
      },
      html: {
        title: 'Picture and link, in HTML',
        help: 'The same for a page that takes HTML.',
      },
    },
    /** The text of the link beside the picture. */
    runIt: (scenario: string, site: string): string => `Run “${scenario}” on ${site}`,
    scormTitle: 'SCORM package',
    scorm: 'Download for your LMS',
    scormHelp: (site: string): string =>
      `A SCORM 1.2 package for the scenario and theme above. It shows the playground from ${site}.`,
    scormSaved: (file: string, size: string): string => `Saved ${file}, ${size}.`,
    scormFailed: 'The package could not be made. Reload the page and try again.',
    /** On a site that the LMS will not be able to show. */
    notSecure:
      'This address does not begin with https, so a wiki or learning platform that uses https will not show it. Open this page at the address that your readers use.',
  },
  /** The picture of a recorded run. */
  picture: {
    description: (headline: string): string => `Measured: ${headline}.`,
  },
  /** Inside the package, on a page that the LMS serves. */
  sco: {
    loading: 'Loading the playground…',
    noApi:
      'This page found no SCORM interface, so your LMS does not learn that you pass. Open it from your course in the LMS.',
    running: 'Pass the challenge in the playground, and your LMS records it.',
    before: 'Your LMS has recorded a pass for this challenge.',
    passed: 'Passed. Your LMS has recorded it.',
    passedUnsent: 'You have passed, but your LMS did not record it.',
    /** The LMS's own number and words for what went wrong. `{code}` and `{text}` are put in later. */
    failed: 'The LMS reported error {code}: {text}.',
    silent:
      'The playground does not answer. The address may be out of reach, or its server may forbid frames.',
    open: 'Open it in a new tab',
  },
};
