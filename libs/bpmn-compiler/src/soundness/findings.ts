import type { PlanNode, ProcessPlan } from '@lianban/process-runtime';
import type { Diagnostic } from '../diagnostic.js';
import { elementsOn, type FlowEdge } from './flow-graph.js';
import type { Verdict } from './judge.js';
import { shown, waits } from './plan-ways.js';
import type { Entering } from './side-flows.js';
import type { Trap } from './traps.js';

/** Nodes at which no token stays by itself. */
const PASSING = /Gateway$|^(?:start|end|boundary)Event$/;

/** What may still keep a finding from coming true: it is a warning then. */
type Doubt = 'none' | 'data' | 'event';

const DOUBTS: Readonly<Record<Doubt, { readonly en: string; readonly zh: string }>> = {
  none: { en: '', zh: '' },
  data: { en: 'If the data allow the way that is shown: ', zh: '若数据允许所示路径：' },
  event: { en: 'Unless an event ends it from outside: ', zh: '除非由外部事件中断：' },
};

/** What goes wrong on the way of tokens, in the words of people who draw processes. */
export class Findings {
  constructor(private readonly plan: ProcessPlan) {}

  ofVerdict({ fault, doubtful, path, part }: Verdict, isInterruptible: boolean): Diagnostic {
    const doubt = doubtful ? 'data' : 'none';
    switch (fault.kind) {
      case 'deadlock':
        return this.deadlock(fault.at, fault.missing, doubt, path);
      case 'doubled': {
        const element = this.elementOn(fault.edge);
        return this.finding('BPMN.LACK_OF_SYNCHRONISATION', doubt, path, element, {
          en: `A second token comes to ${this.name(element)} while the first one is there: what follows is done twice. Bring the branches together first, with a gateway of the kind that opened them.`,
          zh: `第一个令牌尚在 ${this.name(element)} 时，第二个令牌又到达，后续步骤将重复执行。请先用与分支同类的网关汇合各分支。`,
        });
      }
      case 'endless': {
        const element = fault.at?.element ?? path.at(-1);
        return this.finding('BPMN.NO_END_REACHABLE', isInterruptible ? 'event' : doubt, path, element, {
          en: `From ${this.name(element)} on, the case can go on and on but never end. Give every token a way to an end.`,
          zh: `自 ${this.name(element)} 起，案件可一直运行却无法结束。请使每个令牌都能到达结束事件。`,
        });
      }
      case 'undecided': {
        const from = this.name(part.from);
        const to = part.to === undefined ? undefined : this.name(part.to);
        return this.undecided(
          part.from,
          path,
          `The flow ${to === undefined ? `after ${from}` : `from ${from} to ${to}`} is too entangled to be judged: it may be right, but nobody has shown it. Close what opens together at one gateway, or put a part into a sub-process.`,
          `${to === undefined ? `${from} 之后` : `从 ${from} 到 ${to}`} 的流向过于交错，无法判定是否正确。请让同时开启的分支在同一网关汇合，或将一部分放入子流程。`,
        );
      }
    }
  }

  /** `isInterruptible`: an event beside the cycle, or around it, may end it. */
  ofTrap({ elements, path }: Trap, isInterruptible: boolean): Diagnostic {
    const nodes = elements.flatMap((id) => this.node(id) ?? []);
    const still = nodes.find(waits) ?? nodes.find(({ type }) => !PASSING.test(type)) ?? nodes[0];
    const element = still && shown(still);
    if (nodes.some(waits)) {
      return this.finding('BPMN.NO_END_REACHABLE', isInterruptible ? 'event' : 'none', path, element, {
        en: `No end can be reached from ${this.name(element)}: the cycle it stands in has no way out. Add one that leads to an end.`,
        zh: `自 ${this.name(element)} 无法到达任何结束事件：其所在循环没有出口。请添加通向结束事件的出口。`,
      });
    }
    return this.finding('BPMN.LIVELOCK', 'none', path, element, {
      en: `The cycle through ${this.name(element)} waits for nothing and has no way out: a case would go round in it until the engine stops it. Add a way out, or something to wait for.`,
      zh: `经过 ${this.name(element)} 的循环既不等待也没有出口，案件将不停空转直至被引擎中止。请添加出口或等待点。`,
    });
  }

  /** An event beside an activity adds a token that comes into the main flow: once more, or once too often. */
  ofEntering({ event, node, way }: Entering): Diagnostic {
    const element = shown(node);
    return this.finding('BPMN.LACK_OF_SYNCHRONISATION', 'data', way, element, {
      en: `${this.name(event)} does not interrupt, so its token comes to ${this.name(element)} besides the one that goes on: what follows is done once more, unless conditions let only one of them pass. Check them, or let the event interrupt.`,
      zh: `${this.name(event)} 不中断活动，其令牌会在原有令牌之外再次到达 ${this.name(element)}，后续步骤将再执行一次，除非条件只放行其一。请核对条件，或改为中断事件。`,
    });
  }

  ofQuantity(node: PlanNode): Diagnostic {
    const element = shown(node);
    return this.undecided(
      element,
      [element],
      `${this.name(element)} takes or gives several tokens at a time, so that its process cannot be judged for soundness. Leave startQuantity and completionQuantity at 1 where you can.`,
      `${this.name(element)} 一次消耗或产生多个令牌，无法判定其所在流程是否正确。请尽量将 startQuantity 与 completionQuantity 保持为 1。`,
    );
  }

  private deadlock(
    element: string | undefined,
    missing: readonly FlowEdge[],
    doubt: Doubt,
    path: readonly string[],
  ): Diagnostic {
    if (missing.length === 0) {
      return this.finding('BPMN.DEADLOCK', doubt, path, element, {
        en: `${this.name(element)} holds a token that nothing takes on, and the case stands still for ever.`,
        zh: `${this.name(element)} 上的令牌无法继续，案件将永久停滞。`,
      });
    }
    const flows = missing.flatMap(({ trail }) => elementsOn(trail).at(-1) ?? []).join(', ');
    return this.finding('BPMN.DEADLOCK', doubt, path, element, {
      en: `${this.name(element)} waits for a token by ${flows} that cannot come any more, and the case stands still for ever. Join branches with a gateway of the kind that opened them.`,
      zh: `${this.name(element)} 等待经 ${flows} 到达的令牌，但该令牌已不可能到达，案件将永久停滞。请用与分支同类的网关汇合各分支。`,
    });
  }

  private undecided(
    element: string | undefined,
    path: readonly string[],
    message: string,
    zh: string,
  ): Diagnostic {
    return {
      ...this.finding('BPMN.SOUNDNESS_UNDECIDED', 'none', path, element, { en: message, zh }),
      severity: 'warning',
    };
  }

  private finding(
    code: string,
    doubt: Doubt,
    path: readonly string[],
    elementId: string | undefined,
    text: { readonly en: string; readonly zh: string },
  ): Diagnostic {
    return {
      severity: doubt === 'none' ? 'error' : 'warning',
      code,
      message: `${DOUBTS[doubt].en}${text.en}`,
      zh: `${DOUBTS[doubt].zh}${text.zh}`,
      ...(elementId === undefined ? {} : { elementId }),
      path,
    };
  }

  /** Of what lies on an edge the first thing to be done, else where it leads. */
  private elementOn({ trail, into, to }: FlowEdge): string | undefined {
    const elements = elementsOn(trail);
    const nodes = elements.flatMap((id) => this.node(id) ?? []);
    const done = nodes.find(({ type }) => !PASSING.test(type));
    return done?.id ?? elementsOn(into)[0] ?? to.element ?? nodes[0]?.id ?? elements.at(-1);
  }

  private node(id: string): PlanNode | undefined {
    return Object.hasOwn(this.plan.nodes, id) ? this.plan.nodes[id] : undefined;
  }

  private name(id: string | undefined): string {
    const node = id === undefined ? undefined : this.node(id);
    return node && node.name.zh !== '' && node.name.zh !== id ? `“${node.name.zh}” (${id})` : (id ?? '?');
  }
}
