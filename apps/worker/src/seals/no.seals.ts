import { ElectronicSeals } from '@lianban/application';

/** No seal is configured: papers are stamped by hand. */
export class NoSeals extends ElectronicSeals {
  imprint(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}
