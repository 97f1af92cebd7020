/** What a visitor of a demo can make happen. */
export type DemoAct = 'simulate' | 'prepare';
