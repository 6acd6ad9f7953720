import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface ButtonProps extends Omit<ButtonHTMLAttributes, 'icon' | 'class' | 'children'> {
  readonly children?: ComponentChildren;
  /** Before the words, or instead of them; such a button has no box around it. */
  readonly icon?: string | undefined;
  /** Behind the words. */
  readonly iconRight?: string | undefined;
  /** Looks like a link among words; what has an icon before its words does so anyway. */
  readonly inline?: boolean;
  /** What one most likely wants to press. */
  readonly primary?: boolean;
  /** What cannot be taken back. */
  readonly danger?: boolean;
  /** Its work is under way; it cannot be pressed meanwhile. */
  readonly loader?: boolean;
}

/**
 * Ring's button in Ring's own markup. Ring's component is made of React's classes, which take React's whole manner to stand in for,
 * and a panel has one in every row.
 */
export function Button({ children, icon, iconRight, primary, danger, loader, ...rest }: ButtonProps) {
  const { inline = icon !== undefined, disabled = false, ...attributes } = rest;
  const isIconAlone = (icon ?? iconRight) !== undefined && children === undefined;
  const classes = [
    'ring-button-button ring-button-heightM',
    inline ? 'ring-button-inline' : 'ring-button-block',
    primary && !inline && 'ring-button-primaryBlock ring-button-flat ring-button-whiteText',
    danger && 'ring-button-danger',
    loader && 'ring-button-loader',
    disabled && 'ring-button-disabled',
    isIconAlone && 'ring-button-iconOnly',
    isIconAlone && inline && !disabled && !danger && !primary && 'ring-button-withNormalIcon',
  ];
  return (
    <button
      type="button"
      {...attributes}
      class={classes.filter(Boolean).join(' ')}
      disabled={disabled || loader}
    >
      {loader && !inline && <div class="ring-button-loaderBackground" />}
      {icon !== undefined && <Icon glyph={icon} class="ring-button-icon" />}
      {children}
      {iconRight !== undefined && <Icon glyph={iconRight} class="ring-button-iconRight" />}
    </button>
  );
}
