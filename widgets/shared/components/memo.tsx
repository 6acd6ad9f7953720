import { Component, type ComponentChildren, type FunctionComponent } from 'preact';

/** A component that is drawn again only when one of its properties has become another. */
export function memo<P extends object>(Drawn: FunctionComponent<P>) {
  return class Remembering extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const names = new Set([...Object.keys(this.props), ...Object.keys(next)]);
      return [...names].some((name) => Reflect.get(this.props, name) !== Reflect.get(next, name));
    }

    override render(): ComponentChildren {
      return <Drawn {...this.props} />;
    }
  };
}
