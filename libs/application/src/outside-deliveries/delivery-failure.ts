import { DELIVERY_CAUSES, type DeliveryCause } from '@lianban/contracts';
import { AppException } from '@lianban/kernel';

/** Why a delivery failed: for whoever runs the receiver, and, where it is a known cause, for everybody. */
export interface DeliveryFailure {
  readonly words: string;
  readonly cause?: DeliveryCause;
  /** Trying again may help. */
  readonly mayPass: boolean;
}

/** Adapters name a known cause in `details.cause` of what they throw. */
export const deliveryFailure = (failure: unknown): DeliveryFailure => {
  if (!(failure instanceof AppException)) return { words: String(failure), mayPass: false };
  const { kind, message, details } = failure.error;
  const cause = DELIVERY_CAUSES.find((known) => known === details?.['cause']);
  return { words: message, mayPass: kind === 'unavailable', ...(cause === undefined ? {} : { cause }) };
};
