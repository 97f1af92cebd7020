/** Texts of the rules of activities, loops and what may stand in which container. */
export const ACTIVITY_RULES = {
  'BPMN.QUANTITY_TOO_SMALL': {
    clause: '§10.3 (startQuantity, completionQuantity)',
    en: '{element}: {attribute} must be 1 or more and is {value}. Change it.',
    zh: '{element}：{attribute} 须不小于 1，现为 {value}。请更改。',
  },
  'BPMN.LOOP_MAXIMUM': {
    clause: '§10.3.8 (loopMaximum)',
    en: '{element}: loopMaximum must be 1 or more and is {value}. Change it.',
    zh: '{element}：loopMaximum 须不小于 1，现为 {value}。请更改。',
  },
  'BPMN.MULTI_INSTANCE_COUNT': {
    clause: '§10.3.8 (loopCardinality, loopDataInputRef)',
    en: '{element} says by a number and by a collection how often it runs. Keep one of the two.',
    zh: '{element} 同时用数字和集合指定次数。请只保留其一。',
  },
  'BPMN.NOT_A_COLLECTION': {
    clause: '§10.3.8 (loopDataInputRef, loopDataOutputRef)',
    en: '{element}: {what} names {data}, which is no collection. Mark it with isCollection="true".',
    zh: '{element}：{what} 引用的 {data} 不是集合。请标明 isCollection="true"。',
  },
  'BPMN.LOOP_DATA_FOREIGN': {
    clause: '§10.3.8 (loopDataInputRef, loopDataOutputRef)',
    en: '{element}: {what} of a task must name data of the task itself, not {data}. Name a dataInput or dataOutput of its own.',
    zh: '{element}：任务的 {what} 须引用任务自身的数据，而非 {data}。请引用其自身的 dataInput 或 dataOutput。',
  },
  'BPMN.LOOP_EVENT_MISSING': {
    clause: '§10.3.8 (behavior)',
    en: '{element}: the behavior {behavior} needs {needed}. Add it, or choose another behavior.',
    zh: '{element}：behavior 为 {behavior} 时须有 {needed}。请补充，或改用其他取值。',
  },
  'BPMN.AD_HOC_START_END': {
    clause: '§10.3.5 (Ad-Hoc Sub-Process)',
    en: '{element} may not stand in an ad-hoc sub-process. Take it out.',
    zh: '{element} 不得用于临时子流程。请移除。',
  },
  'BPMN.AD_HOC_EMPTY': {
    clause: '§10.3.5 (Ad-Hoc Sub-Process)',
    en: '{element} must contain an activity. Add one.',
    zh: '{element} 须至少包含一个活动。请补充。',
  },
  'BPMN.CHOREOGRAPHY_IN_PROCESS': {
    clause: '§10.3.5, §11.5',
    en: '{element} belongs into a choreography, not into a process. Use an activity of processes.',
    zh: '{element} 属于编排图，不属于流程。请使用流程的活动。',
  },
  'BPMN.PROCESS_IN_CHOREOGRAPHY': {
    clause: '§11.5 to §11.7',
    en: '{element} belongs into a process, not into a choreography. Take it out.',
    zh: '{element} 属于流程，不属于编排图。请移除。',
  },
  'BPMN.IMPLICIT_EVENT_PLACED': {
    clause: '§10.3.8, §10.5.1 (ImplicitThrowEvent)',
    en: '{element} may stand only in the complex behavior of a multi-instance activity. Take it out.',
    zh: '{element} 只能用于多实例活动的 complexBehaviorDefinition。请移除。',
  },
  'BPMN.SCRIPT_WITHOUT_FORMAT': {
    clause: '§10.3.3 (scriptFormat)',
    en: '{element} has a script but does not say in which language. Set scriptFormat.',
    zh: '{element} 有脚本但未说明语言。请设置 scriptFormat。',
  },
  'BPMN.OPERATION_MISMATCH': {
    clause: '§10.3.3 (messageRef, operationRef)',
    en: '{element}: its message and the message of its operation differ. Let them be the same.',
    zh: '{element}：其消息与操作的消息不一致。请使两者相同。',
  },
  'BPMN.PUBLIC_EXECUTABLE': {
    clause: '§7.1.1, §10.2 (processType, isExecutable)',
    en: '{element} is public and said to be executable. Only a private process can be executed.',
    zh: '{element} 为公共流程却声明可执行。只有私有流程可以执行。',
  },
  'BPMN.LANE_FOREIGN_NODE': {
    clause: '§10.8 (flowNodeRefs)',
    en: '{element} names {node}, which stands in another process or sub-process. Take it out of the lane.',
    zh: '{element} 引用了另一流程或子流程中的 {node}。请从泳道中移除。',
  },
  'BPMN.LANE_TWICE': {
    clause: '§10.8',
    en: '{node} stands in {element} and in another lane of the same set. Keep it in one.',
    zh: '{node} 同时位于 {element} 和同组的另一泳道。请只保留一处。',
    warning: true,
  },
  'BPMN.RESOURCE_PARAMETER_FOREIGN': {
    clause: '§8.4.12, §10.3.1 (parameterRef)',
    en: '{element} binds {parameter}, which is no parameter of its resource. Name one that is.',
    zh: '{element} 绑定的 {parameter} 不是该资源的参数。请引用该资源的参数。',
  },
  'BPMN.BINDING_FOREIGN_OPERATION': {
    clause: '§8.4.7, §10.3.7 (ioBinding)',
    en: '{element} binds an operation of an interface that its process does not support. Name one of a supported interface.',
    zh: '{element} 绑定的操作不属于所支持的接口。请引用所支持接口的操作。',
  },
} as const;
