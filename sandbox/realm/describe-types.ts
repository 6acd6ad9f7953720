export function describeTypes(): string {
  return '[]';
}
