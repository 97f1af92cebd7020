import { gate } from './report/gate.js';
import { miwg } from './miwg/suite.js';

gate(miwg);
