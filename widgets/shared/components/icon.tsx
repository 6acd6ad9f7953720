interface IconProps {
  /** One of Ring's icons: the text of an SVG element. */
  readonly glyph: string;
  readonly class?: string | undefined;
}

/**
 * One of Ring's icons in Ring's own markup, without Ring's component, which takes
 * React's classes. Its text comes from the package, never from a person.
 */
export function Icon({ glyph, class: more }: IconProps) {
  const svg = glyph.replace('<svg', '<svg class="ring-icon-glyph"');
  return (
    <span
      class={more === undefined ? 'ring-icon-icon' : `ring-icon-icon ${more}`}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
