import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { z } from 'zod/mini';
import type { Facts } from '../../supabase/local/facts.ts';
import { StackError } from '../../supabase/local/stack-error.ts';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';

export const LANGUAGES = ['en-GB', 'de-DE', 'fr-FR', 'ko-KR', 'zh-TW'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a visitor of the portal brings along: a screen, a language, a taste, and an account. */
export type Visitor = {
  readonly width?: number;
  readonly height?: number;
  readonly deviceScaleFactor?: number;
  readonly theme?: 'light' | 'dark';
  readonly language?: Language;
  readonly isMotionReduced?: boolean;
  /** The zone of the visitor's own clock; the program's zone is another matter. */
  readonly zone?: string;
  /** Whoever is signed in already, by e-mail, as if they had come back. */
  readonly as?: string;
  /** Their password, when it is not the demo's. */
  readonly password?: string;
};

export const PHONE = 390;
export const DESKTOP = 1280;

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new StackError('There is no Chromium here. Debian: apt-get install chromium');
  return await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
}

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** The session as Auth hands it out, in its own words. */
async function sessionText(facts: Facts, email: string, password: string): Promise<string> {
  const answer = await fetch(`${facts.apiUrl}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: facts.publishableKey, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status} ${await answer.text()}`);
  return await answer.text();
}

const Token = z.object({ access_token: z.string() });

/** What lets a script ask the API as somebody of the demo. */
export async function tokenFor(facts: Facts, email: string): Promise<string> {
  return Token.parse(JSON.parse(await sessionText(facts, email, facts.demoPassword))).access_token;
}

/** A session kept where the portal keeps its own. */
async function storedSession(facts: Facts, email: string, password: string): Promise<StorageState> {
  const name = `sb-${new URL(facts.apiUrl).hostname.split('.')[0]}-auth-token`;
  const origin = new URL(facts.portalUrl).origin;
  return {
    cookies: [],
    origins: [{ origin, localStorage: [{ name, value: await sessionText(facts, email, password) }] }],
  };
}

/** What a visitor's browser is told at its start. */
export async function profileOf(facts: Facts, visitor: Visitor) {
  const width = visitor.width ?? DESKTOP;
  return {
    baseURL: facts.portalUrl,
    viewport: { width, height: visitor.height ?? (width < 640 ? 844 : 900) },
    deviceScaleFactor: visitor.deviceScaleFactor ?? 1,
    hasTouch: width < 640,
    isMobile: width < 640,
    locale: visitor.language ?? 'en-GB',
    timezoneId: visitor.zone ?? 'Europe/London',
    colorScheme: visitor.theme ?? 'light',
    reducedMotion: visitor.isMotionReduced ? 'reduce' : 'no-preference',
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
    ...(visitor.as !== undefined && {
      storageState: await storedSession(facts, visitor.as, visitor.password ?? facts.demoPassword),
    }),
  } satisfies BrowserContextOptions;
}

/** A browser profile of their own for one visitor. */
export async function welcome(browser: Browser, facts: Facts, visitor: Visitor): Promise<BrowserContext> {
  return await browser.newContext(await profileOf(facts, visitor));
}
