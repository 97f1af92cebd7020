import { app } from './app.js';
import { due } from './due.js';
import { problems } from './problems.js';
import { outcomes } from './outcomes.js';
import { districts } from './districts.js';
import { session } from './session.js';
import { inbox } from './inbox.js';
import { tasks } from './tasks.js';
import { acts } from './acts.js';
import { cases } from './cases.js';
import { supervision } from './supervision.js';
import { registry } from './registry.js';
import { diagram } from './diagram.js';
import { incidents } from './incidents.js';
import { demo } from './demo.js';

export const zh = {
  app,
  due,
  problems,
  outcomes,
  districts,
  session,
  inbox,
  tasks,
  acts,
  cases,
  supervision,
  registry,
  diagram,
  incidents,
  demo,
};
