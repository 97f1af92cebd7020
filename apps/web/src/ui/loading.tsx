import { Skeleton } from 'antd';

export function Loading({ rows = 6 }: { readonly rows?: number }) {
  return <Skeleton active title={false} paragraph={{ rows }} className="loading" />;
}
