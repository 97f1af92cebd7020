export default function FilingPage(_: { readonly act: 'file' | 'supplement' }) {
  return null;
}
