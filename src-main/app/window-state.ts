// Where a window opens: where it stood last time, brought back onto a screen that is there today.

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In device-independent pixels. Below this the three columns of a record no longer fit. */
export const smallestWindow = { width: 960, height: 640 } as const;
const usualWindow = { width: 1440, height: 900 } as const;

/** `areas` are the free areas of the screens, the main one first. The answer lies fully inside one of them where it fits. */
export function placeWindow(remembered: Rectangle | undefined, areas: readonly Rectangle[]): Rectangle {
  const main = areas[0] ?? { x: 0, y: 0, ...usualWindow };
  if (remembered === undefined) return centred(main);
  const home = mostCovered(remembered, areas) ?? main;
  const width = between(remembered.width, smallestWindow.width, Math.max(home.width, smallestWindow.width));
  const height = between(remembered.height, smallestWindow.height, Math.max(home.height, smallestWindow.height));
  return {
    x: between(remembered.x, home.x, Math.max(home.x, home.x + home.width - width)),
    y: between(remembered.y, home.y, Math.max(home.y, home.y + home.height - height)),
    width,
    height,
  };
}

function centred(area: Rectangle): Rectangle {
  const width = Math.max(smallestWindow.width, Math.min(usualWindow.width, area.width));
  const height = Math.max(smallestWindow.height, Math.min(usualWindow.height, area.height));
  return {
    x: area.x + Math.max(0, Math.round((area.width - width) / 2)),
    y: area.y + Math.max(0, Math.round((area.height - height) / 2)),
    width,
    height,
  };
}

function mostCovered(rectangle: Rectangle, areas: readonly Rectangle[]): Rectangle | undefined {
  const covered = areas.map((area) => ({ area, size: overlap(rectangle, area) }));
  const best = covered.reduce((a, b) => (b.size > a.size ? b : a), {
    area: undefined as Rectangle | undefined,
    size: 0,
  });
  return best.area;
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

const between = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
