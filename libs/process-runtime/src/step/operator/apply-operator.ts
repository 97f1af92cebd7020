import type { Machine } from '../machine/machine.js';
import type { OperatorCommand } from '../operator-command.js';
import type { Applied } from '../stimuli/refusal.js';
import { cancelOne, insertToken, moveToken } from './move-token.js';
import { returnTo } from './return-to.js';
import { setData } from './set-data.js';
import { addSigner, removeSigner } from './signers.js';
import { resume, suspend } from './suspend.js';
import { takeBack } from './take-back.js';

/** What people do to a running case besides completing tasks. Each refuses without a change, or does the first of its work. */
export const applyOperator = (machine: Machine, command: OperatorCommand): Applied => {
  switch (command.kind) {
    case 'return-to':
      return returnTo(machine, command);
    case 'take-back':
      return takeBack(machine, command.task);
    case 'add-signer':
      return addSigner(machine, command.activity, command.item);
    case 'remove-signer':
      return removeSigner(machine, command.task);
    case 'suspend':
      return suspend(machine, command.ground);
    case 'resume':
      return resume(machine);
    case 'move-token':
      return moveToken(machine, command.token, command.node);
    case 'insert-token':
      return insertToken(machine, command.node, command.scope);
    case 'cancel-token':
      return cancelOne(machine, command.token);
    case 'set-data':
      return setData(machine, command.values, command.scope);
  }
};
