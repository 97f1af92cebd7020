import { dmn } from './dmn/suite.js';
import { gate } from './report/gate.js';

gate(dmn);
