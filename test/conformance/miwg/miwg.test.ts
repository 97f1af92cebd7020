import { gate } from '../report/gate.js';
import { miwg } from './suite.js';

gate(miwg);
