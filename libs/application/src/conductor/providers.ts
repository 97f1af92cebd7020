import { ConductEffectHandler } from './conduct-effect.handler.js';
import { PerformEffect } from './perform-effect.js';
import { RemindConductors } from './remind-conductors.js';

export const conductorProviders = [ConductEffectHandler, PerformEffect, RemindConductors];
