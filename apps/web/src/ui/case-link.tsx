import { Link } from 'react-router';

interface CaseLinkProps {
  readonly caseId: string;
  readonly caseNo: string;
  readonly caseTitle: string;
}

/** A case in a list: its number opens it, its title says whose it is. */
export function CaseLink({ caseId, caseNo, caseTitle }: CaseLinkProps) {
  return (
    <>
      <Link to={`/cases/${caseId}`} className="num">
        {caseNo}
      </Link>{' '}
      {caseTitle}
    </>
  );
}
