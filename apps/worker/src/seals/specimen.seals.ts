import { ElectronicSeals, type SealImprint } from '@lianban/application';

/** For demonstrations: an imprint that says itself that it is none. */
export class SpecimenSeals extends ElectronicSeals {
  imprint(): Promise<SealImprint> {
    return Promise.resolve({ lines: ['示例印章', 'not legally valid'] });
  }
}
