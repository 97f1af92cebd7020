export const diagram = {
  label: 'Process diagram',
  fit: 'Show all',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  toCurrent: 'Current step',
  keys: 'Click the diagram, then move it with the arrow keys, zoom with + and -, show all with 0.',
  standsAt: 'Where the case stands',
  nowhere: 'At no step: it is closed or has not begun.',
  passed_one: '{{count}} step passed',
  passed_other: '{{count}} steps passed',
  stepNo: 'Step {{no}}',
  mark: { none: 'Here now', 'due-soon': 'Due soon', overdue: 'Overdue', paused: 'Clock stopped' },
  unreadable: 'The diagram cannot be drawn',
  unreadableWhy:
    'The file holds no drawing, or it is not a BPMN 2.0 file. Open it in a BPMN tool, save it, and try again.',
};
