export default function SupervisedTasksPage() {
  return null;
}
