import { type City, eventually, type Nursery } from '@lianban/testing';

/** Registered, and pushed to the health office; waited for longer than elsewhere, as browsers share the machine. */
export async function pushedRegistration(city: City): Promise<Nursery> {
  const nursery = await city.register();
  await eventually('the registration was pushed', () => nursery.at('step_2'), 60_000);
  return nursery;
}
