export function Brand() {
  return (
    <span className="brand" lang="zh-CN">
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <rect width="32" height="32" rx="6" fill="var(--lb-blue)" />
        <path d="M8 9h6v6H8zM18 17h6v6h-6z" fill="#fff" />
        <path d="M14 12h7v5M18 20h-7v-5" fill="none" stroke="#fff" strokeWidth="2" />
      </svg>
      联办
      <span lang="en">Lianban</span>
    </span>
  );
}
