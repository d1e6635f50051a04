import { countCallBuffers } from '../buffers.ts';
import { judge, type Line } from '../report.ts';
import { partnerEarnings, partnerHome } from '../screens.ts';
import { findSubjects } from '../world/subjects.ts';
import type { World } from '../world/world.ts';

export const SCREENS = { earnings: partnerEarnings, home: partnerHome };

type Cost = Record<'largest' | 'median' | 'average', number>;

/** Buffers of one screen for three partners of this world. */
export async function measureScreen({ sql, partners }: World, screen: (code: string) => string): Promise<Cost> {
  const { largest, median, average } = await findSubjects(sql, partners);
  return {
    largest: await countCallBuffers(sql, largest.userId, screen(largest.code)),
    median: await countCallBuffers(sql, median.userId, screen(median.code)),
    average: await countCallBuffers(sql, average.userId, screen(average.code)),
  };
}

/** Goals 4 and 5: what a partner's screens cost does not hang on how large the program or the partner is. */
export async function measureDashboards(small: World, large: World): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [name, screen] of Object.entries(SCREENS)) {
    const inSmall = await measureScreen(small, screen);
    const inLarge = await measureScreen(large, screen);
    const growth = Math.max(
      inLarge.largest / inSmall.largest,
      inLarge.median / inSmall.median,
      inLarge.average / inSmall.average,
    );
    lines.push(
      judge({
        goal: 4,
        name: `partner ${name}: ${large.partners} against ${small.partners} partners`,
        value: growth,
        unit: 'times the buffers',
        atMost: 1.5,
      }),
      judge({
        goal: 4,
        name: `partner ${name} at ${large.partners} partners`,
        value: Math.max(...Object.values(inLarge)),
        unit: 'buffers',
        atMost: 100,
      }),
      judge({
        goal: 5,
        name: `partner ${name}: largest against median partner`,
        value: inLarge.largest / inLarge.median,
        unit: 'times the buffers',
        atMost: 1.5,
      }),
    );
  }
  return lines;
}
