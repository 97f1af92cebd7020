export default function WithoutCasePage() {
  return null;
}
