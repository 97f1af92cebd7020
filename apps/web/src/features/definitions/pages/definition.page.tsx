export default function DefinitionPage() {
  return null;
}
