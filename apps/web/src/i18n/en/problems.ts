/** What happened and what to do, by stable code (dots as underscores). A code that is absent here shows the server's words. */
export const problems = {
  unexpected: {
    title: 'Something went wrong on this page',
    advice: 'Reload the page. If it happens again, tell your administrator.',
  },
  WEB_UNREACHABLE: {
    title: 'The server cannot be reached',
    advice: 'What you entered is still on this page. Check the network and try again.',
  },
  WEB_UNREADABLE: {
    title: "The server's answer cannot be read",
    advice: 'Try again shortly. If it happens again, tell your administrator.',
  },
  API_UNAVAILABLE: {
    title: 'The service is unavailable for the moment',
    advice: 'Nothing is lost. Wait a moment and try again.',
  },
  API_DEFECT: {
    title: 'Something went wrong',
    advice: 'This act did not take effect. Try again; if it fails again, tell your administrator.',
  },
  API_INVALID_REQUEST: {
    title: 'Some entries are not as required',
    advice: 'Correct what is marked and send it again.',
  },
  API_CURSOR_INVALID: {
    title: 'This place in the list is no longer valid',
    advice: 'Start from the first page again.',
  },
  API_FOREIGN_ORIGIN: {
    title: 'The request came from another site and was refused',
    advice: 'Open this system at its own address.',
  },
  API_BODY_TOO_LARGE: { title: 'Too much at once', advice: 'Shorten the content and send it again.' },
  API_UNKNOWN_ROUTE: {
    title: 'There is no such route',
    advice: 'The page may have been updated. Reload it and try again.',
  },
  API_IDEMPOTENCY_KEY_REUSED: {
    title: 'This request was used for something else',
    advice: 'Reload the page and send it again.',
  },
  AUTH_WRONG_CREDENTIALS: {
    title: 'The user name or the password is wrong',
    advice: 'Check capital letters and the input method, then try again.',
  },
  AUTH_TOO_MANY_ATTEMPTS: {
    title: 'Too many attempts',
    advice: 'To protect the account, try again in fifteen minutes.',
  },
  AUTH_NO_SESSION: { title: 'Your session has ended', advice: 'Please sign in again.' },
  AUTH_NOT_ALLOWED: {
    title: 'Your post does not allow this',
    advice: 'If you need it, ask your administrator to change your post.',
  },
  TASKS_UNKNOWN: {
    title: 'There is no such task',
    advice: 'It may belong to another office. Go back to the inbox.',
  },
  TASKS_ALREADY_COMPLETED: {
    title: 'This task has been completed',
    advice: 'Nothing is left to do. The case timeline shows the result.',
  },
  TASKS_ALREADY_CANCELLED: {
    title: 'This task was cancelled',
    advice: 'The process took another way. Nothing is left to do.',
  },
  TASKS_VERSION_STALE: {
    title: 'The task has changed since you opened it',
    advice: 'Reload it first. What you entered is kept as a draft.',
  },
  TASKS_CLAIMED_BY_OTHER: {
    title: 'A colleague has claimed this task',
    advice: 'Talk to your colleague, or take another task.',
  },
  TASKS_NOT_YOUR_OFFICE: {
    title: "This task is not your office's",
    advice: 'The office that holds it has to act.',
  },
  TASKS_FORM_INVALID: {
    title: 'Some fields of the form need correction',
    advice: 'Correct what is marked and send it again.',
  },
  CASES_UNKNOWN: {
    title: 'There is no such case',
    advice: 'The number may be wrong. Look it up in the list of cases.',
  },
  CASES_NOT_YOURS: {
    title: 'You may not see this case',
    advice: 'Only the offices that take part in it and supervisors may.',
  },
  CASES_ENDED: { title: 'The case is closed', advice: 'Nothing more can be done in a closed case.' },
  CASES_OUTCOME_UNKNOWN: {
    title: 'There is no such outcome',
    advice: 'Reload the page and choose again.',
  },
  DEFINITIONS_UNKNOWN: { title: 'There is no such process', advice: 'Go back to the list of processes.' },
  DEFINITIONS_REFUSED: {
    title: 'The process did not pass its checks and was not published',
    advice: 'Mend the problems below and publish again.',
  },
  DEFINITIONS_ADMIN_ONLY: {
    title: 'Only an administrator publishes processes',
    advice: 'Ask your administrator.',
  },
  INTAKE_NOT_UNMATCHED: {
    title: 'The event is not waiting any more',
    advice: 'Somebody may have dealt with it. Reload the list.',
  },
  INTAKE_NO_SUBSCRIBER: {
    title: 'Still no process hears this event',
    advice: 'Publish a process that does, then replay it.',
  },
  INTAKE_UNKNOWN_EVENT: { title: 'There is no such event', advice: 'Reload the list.' },
  INCIDENTS_RESOLVED: {
    title: 'The incident has been resolved',
    advice: 'Reload the list to see how.',
  },
  INCIDENTS_UNKNOWN: { title: 'There is no such incident', advice: 'Reload the list.' },
  INCIDENTS_ADMIN_ONLY: {
    title: 'Only an administrator resolves incidents',
    advice: 'Ask your administrator.',
  },
  SUPERVISION_NOT_YOURS: {
    title: 'Only supervisors see the board',
    advice: 'If you need it, ask your administrator.',
  },
  REGISTRY_INVALID: {
    title: 'Some entries do not meet the rules of registration',
    advice: 'Each is marked at its field. Correct them and register again.',
  },
  REGISTRY_ALREADY_REGISTERED: {
    title: 'An institution with this credit code is registered already',
    advice: 'Look it up in the list; if the code is wrong, correct it.',
  },
  REGISTRY_NOT_YOUR_AUTHORITY: {
    title: 'The authority must be that of your own office',
    advice: 'Choose your own registration authority.',
  },
  REGISTRY_NOT_YOUR_DISTRICT: {
    title: 'You may register institutions of your own district only',
    advice: 'Choose your own district.',
  },
  REGISTRY_LEDGER_UNREADABLE: {
    title: 'The ledger cannot be read',
    advice: 'Use CSV (UTF-8 or GB 18030) or XLSX and keep the header of the template.',
  },
  REGISTRY_LEDGER_TOO_LARGE: {
    title: 'The ledger is too large',
    advice: 'At most 2,000 rows and 10 MB at a time. Split it.',
  },
  REGISTRY_LEDGER_OVERTAKEN: {
    title: 'Somebody has just registered one of these rows',
    advice: 'No row was registered. Check the ledger again, then import it.',
  },
  FILES_TOO_LARGE: {
    title: 'The file is too large',
    advice: '10 MB at most. Compress it or scan at a lower resolution.',
  },
  FILES_TYPE_NOT_ALLOWED: { title: 'This type of file is not accepted', advice: 'Upload PDF, PNG or JPG.' },
  FILES_TOO_MANY: { title: 'Too many files', advice: 'An institution may keep 200 files.' },
  FILES_MISSING: { title: 'No file was received', advice: 'Choose the file again.' },
  FILES_NOT_READY: {
    title: 'The document is still being made',
    advice: 'It usually takes a few seconds. Download it in a moment.',
  },
  FILES_UNKNOWN: { title: 'There is no such file', advice: 'It may have been replaced. Reload the page.' },
  PORTAL_NOTHING_TO_FILE: {
    title: 'There is nothing to file at present',
    advice: 'See where you stand under "My filing".',
  },
  PORTAL_ALREADY_FILED: {
    title: 'The filing has been submitted already',
    advice: 'Nothing more is needed. See where you stand under "My filing".',
  },
  PORTAL_NOTHING_TO_SUPPLEMENT: {
    title: 'No supplement is asked for at present',
    advice: 'See where you stand under "My filing".',
  },
  PORTAL_FORM_INVALID: {
    title: 'Some fields need correction',
    advice: 'Correct what is marked and submit again. Everything you entered is still here.',
  },
  DEMO_UNKNOWN_DISTRICT: {
    title: 'No registrar sends events for this district',
    advice: 'Choose another district.',
  },
  DEMO_DOOR_REFUSED: {
    title: 'The intake door refused the simulated event',
    advice: 'The intake page shows why.',
  },
  DEMO_NO_PEOPLE: {
    title: "The demo's people are incomplete",
    advice: 'Start the demo again so that its data is completed.',
  },
};
