import { gate } from '../report/gate.js';
import { tokens } from './suite.js';

gate(tokens);
