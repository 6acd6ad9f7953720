import type { ComponentChildren } from 'preact';

/** Ring's loader among words, in Ring's own markup. */
export function Loader({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      <div class="ring-loader-inline-loader" />
      <span class="ring-loader-inline-children">{children}</span>
    </>
  );
}
