import { type UnifiedTodo, UnifiedTodoList } from '@lianban/application';
import { z } from 'zod';
import { channelOff } from './channel-off.js';
import { postJson } from './post-json.js';

const taken = z.object({ receipt: z.string() });

interface UnifiedTodoSettings {
  /** Ends in a slash; without it there is no list. */
  readonly url?: URL | undefined;
  readonly token?: string | undefined;
  /** Where people open the product. */
  readonly productUrl: string;
}

/** 统一待办 over HTTP: `POST …/todos` with the state of one to-do. The list keeps the highest revision of each id. */
export class HttpUnifiedTodoList extends UnifiedTodoList {
  readonly isThere: boolean;

  constructor(private readonly settings: UnifiedTodoSettings) {
    super();
    this.isThere = settings.url !== undefined;
  }

  async tell(todo: UnifiedTodo): Promise<string> {
    const { url, token, productUrl } = this.settings;
    if (url === undefined) throw channelOff('No unified to-do list is configured.');
    const { taskId, revision, act, caseNo, step, officeId, username, dueAt } = todo;
    const body = JSON.stringify({
      id: taskId,
      revision,
      act,
      // A list that many systems share names no institution: number and step say enough to open it.
      title: `${caseNo} ${step.zh}`,
      office: officeId,
      person: username,
      dueAt,
      url: new URL(`/inbox/${taskId}`, productUrl).href,
    });
    const { text } = await postJson(new URL('todos', url), body, {
      'idempotency-key': `${taskId}-${revision}`,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    });
    return taken.parse(JSON.parse(text)).receipt;
  }
}
