import '@jetbrains/ring-ui-built/components/link/clickable-link';

/** Ring's own typing extends React's anchor attributes as an interface; preact has them as a union and nothing is left. */
declare module '@jetbrains/ring-ui-built/components/link/clickable-link' {
  interface ClickableLinkProps {
    href?: string;
    target?: string;
    rel?: string;
    title?: string;
    download?: string;
    onClick?: (event: MouseEvent) => void;
  }
}
