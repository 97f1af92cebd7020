export const demo = {
  simulate: 'Simulate a registration',
  prepare: 'Open a filing with seven lanes',
  menu: 'Demo',
  simulateTitle: 'An institution has just been registered',
  simulateLead: "The registrar's system sent a signed event to this system; all of this follows from it.",
  prepareTitle: 'Seven lanes stand open at once',
  prepareLead:
    'A complete filing has just reached its verification: each department has its own task and its own clock.',
  sent: "The registrar's system sends a signed event",
  recorded: 'The institution enters the registry',
  opened: 'The process opens a case by itself',
  assigned: 'A task reaches its office',
  waiting: 'under way...',
  lanes: 'Tasks that are open now',
  openCase: 'Open case {{caseNo}}',
  openRegistry: 'See it in the registry',
  notYours:
    'Your post takes no part in this case. Sign in as the health clerk of Dinghai or the supervisor to follow it.',
  slow: 'This takes longer than usual. Look it up in the registry in a moment.',
  again: 'Simulate another',
};
