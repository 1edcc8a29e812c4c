/** English words of the doctor, for engineers and the people who run their network. Numbers and sizes come formatted. */

import type { LoadingFault } from '#playground/record.ts';

export const doctor = {
  notStarted:
    'The checks have not started, because they need JavaScript. If this sentence stays, scripts are switched off in this browser, or a policy of the server or a proxy blocks them.',
  checks: 'Checks',
  started: (done: string, all: string): string => `Checking: ${done} of ${all} done`,
  finished: (passed: string, warned: string, failed: string): string =>
    `Passed: ${passed}. Warnings: ${warned}. Failed: ${failed}.`,
  outcomes: { pass: 'Pass', warn: 'Warning', fail: 'Fail' },
  again: 'Check again',
  copy: 'Copy report',
  copied: 'The report is on your clipboard.',
  notCopied: 'The browser refuses the clipboard. Select the report below and copy it.',
  report: 'The report as text',
  desk: 'For the IT desk',
  configuration: 'Lines of configuration',
  /** A name of a server stands before its lines. */
  lines: (server: string): string => `${server}:`,
  labels: { time: 'Time', page: 'Page', browser: 'Browser', languages: 'Languages', window: 'Window' },
  noAnswer: (seconds: string): string => `No answer came within ${seconds} seconds.`,
  broke: (message: string): string => `The check itself broke: ${message}`,
  titles: {
    features: 'Features of the browser',
    inline: 'Scripts of the page',
    policy: 'Policy of the server',
    machineFile: 'File of the machine',
    webAssembly: 'WebAssembly',
    worker: 'Module workers',
    run: 'A run with known numbers',
    storage: 'Storage',
    search: 'Search',
    compression: 'Compression',
    caching: 'Caching',
    clipboard: 'Clipboard and downloads',
    frame: 'Frames',
    offline: 'Offline',
  },
  features: {
    pass: (count: string): string => `All ${count} features that the site uses are here.`,
    fail: (names: string): string => `This browser lacks ${names}. Update it.`,
  },
  inline: {
    pass: 'The small scripts in the page run.',
    fail: 'The small scripts in the page are blocked, so no playground can start.',
  },
  policy: {
    none: 'The server sends no Content-Security-Policy. Each page carries its own, which is enough.',
    pass: 'The server’s Content-Security-Policy allows everything that the site needs.',
    fail: (faults: string): string =>
      `The server, or a proxy before it, sends a Content-Security-Policy that forbids what the site needs: ${faults}.`,
    lacks: (directive: string, sources: string): string => `${directive} lacks ${sources}`,
    refuses: (directive: string): string => `${directive} has to go`,
    unread: 'The headers of this page could not be read again, so the policy of the server is unknown.',
  },
  machineFile: {
    pass: (type: string): string => `The file arrives whole, as ${type}, and compiles while it loads.`,
    otherType: (type: string): string =>
      `The file arrives whole, but as ${type} instead of application/wasm. The machine starts all the same, a little later.`,
    noType: 'none',
    otherFile: (type: string): string =>
      `Another file arrives in its place, as ${type}: perhaps a login page, or a notice of a proxy.`,
    status: (status: string): string => `The server answers with status ${status}.`,
    notFetched: 'The file cannot be fetched. A proxy or a browser extension may block it.',
  },
  webAssembly: {
    pass: 'WebAssembly compiles.',
    absent:
      'This browser has no WebAssembly. Some companies switch it off, and so does the Lockdown Mode of iPhones and Macs.',
    blocked: (directive: string): string => `WebAssembly is blocked by ${directive} of a policy.`,
    refused: (message: string): string => `WebAssembly does not compile: ${message}`,
  },
  worker: {
    pass: 'A module worker starts and answers.',
    blocked: (directive: string): string => `Workers are blocked by ${directive} of a policy.`,
    otherType: (type: string): string =>
      `The worker’s script arrives as ${type}, and browsers run a module only as JavaScript.`,
    notFetched: 'The worker’s script cannot be fetched. A proxy or a browser extension may block it.',
    refused: (message: string): string => `The worker does not start: ${message}`,
    silent: 'the browser does not say why',
  },
  run: {
    pass: (transactions: string, objects: string, count: string): string =>
      `After ${transactions} transactions ${objects} objects are alive here, exactly as when the site was built. All ${count} samples agree.`,
    differs:
      'The machine runs, but its numbers differ from those of the build. Something between server and browser changes files.',
    /** What came in the way of a file, of the engine or of the worker. */
    faults: {
      connection: 'The machine cannot run, because a file that it needs does not arrive.',
      outdated:
        'The machine cannot run, because the site has changed since you opened this page. Reload it, and the checks begin again.',
      answer:
        'The machine cannot run, because the server, or something on the way, sent an error or another file.',
      engine: 'The machine cannot run, because WebAssembly is switched off in this browser.',
      worker: 'The machine cannot run, because this browser does not start its worker.',
    } satisfies Readonly<Record<LoadingFault, string>>,
    broken: (message: string): string => `The machine broke down: ${message}`,
  },
  storage: {
    kept: (used: string, room: string): string =>
      `Your progress is kept in this browser. ${used} of ${room} are used, and the browser has promised to keep it.`,
    mayGo: (used: string, room: string): string =>
      `Your progress is kept in this browser. ${used} of ${room} are used. The browser may delete it when the disk is full, so download your record from time to time.`,
    unsized:
      'Your progress is kept in this browser, which does not say how much room there is. Download your record from time to time.',
    refused:
      'This browser refuses to store anything for this site, so your progress is lost when you leave. Download your record before you go.',
    full: 'The storage of this site is full, so new progress is lost when you leave. Download your record before you go.',
  },
  search: {
    pass: (count: string): string => `The search index loads and finds ${count} pages.`,
    fail: 'The search index cannot be read. Some servers and proxies refuse files with endings that they do not know.',
  },
  compression: {
    pass: (sent: string, whole: string): string =>
      `The machine and its worker travel compressed: ${sent} instead of ${whole}.`,
    warn: (whole: string): string =>
      `The machine and its worker travel uncompressed, as ${whole}. The first visit takes longer than it has to.`,
    unknown: 'The browser does not say in what size the files travelled.',
  },
  caching: {
    pass: 'Browsers may keep the files whose names change with their content.',
    warn: 'Browsers have to ask for the machine again at each visit: its Cache-Control allows less than a day.',
  },
  clipboard: {
    pass: 'The clipboard is here, and the browser can hand you files. Whether your company lets a file through, only a download shows.',
    insecure:
      'This page comes over http, so the browser hides the clipboard and gives no promise to keep your progress. The playgrounds work.',
    absent: 'This browser has no clipboard for pages. The playgrounds work.',
    noFiles: 'This browser cannot hand you files, so you cannot download your record.',
  },
  frame: {
    alone: 'This page stands alone. The server says nothing on frames, so any site may show it in one.',
    guarded: (header: string): string =>
      `This page stands alone. The server limits who may frame it: ${header}.`,
    framed:
      'This page stands in a frame of another. There, browsers may keep progress apart from that of the site itself, or keep none.',
  },
  offline: {
    none: 'No service worker answers for this site: it needs its server at each visit.',
    own: (address: string): string =>
      `A service worker answers for this site, from ${address}. It may show pages without a network.`,
    foreign: (address: string): string =>
      `A service worker of another site at this origin answers here, from ${address}. It can hold back new versions.`,
    unknown: 'This browser does not say whether a service worker answers for this site.',
  },
  asks: {
    machineType: 'Please serve files that end in .wasm with the type application/wasm.',
    scriptType: 'Please serve files that end in .js with the type text/javascript.',
    searchFiles: 'Please let files with the endings .pagefind, .pf_meta, .pf_index and .pf_fragment through.',
    policy:
      'Please send this Content-Security-Policy for the site, or none: each page carries a stricter one. All policies of a response apply, so remove any other.',
    compression: 'Please compress scripts, styles, JSON and WebAssembly with gzip or brotli.',
    caching:
      'Please let browsers keep everything in the folders _astro and lab. Those names change with each new content.',
    storage:
      'Please let this site keep data in the browser. In Chrome and Edge the policy CookiesAllowedForUrls does so; blocked cookies block this as well.',
    proxy: (address: string): string => `Please let this file through unchanged: ${address}`,
    folder: (address: string): string =>
      `Please let all files below this address through unchanged: ${address}`,
    workers:
      'Please allow web workers for this site. Its server sends them as it should, so an extension, a policy of the browser or security software stops them.',
    engine:
      'Please allow WebAssembly for this site. In Chrome and Edge, JavaScript that runs without its compiler (JIT) may lack it: see DefaultJavaScriptJitSetting.',
    update: 'Please provide a version of Chrome, Edge, Firefox or Safari that still gets updates.',
    https: 'Please serve the site over https.',
  },
};
