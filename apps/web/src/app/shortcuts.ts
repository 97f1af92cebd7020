import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

const remembered = 'lianban.shortcuts';
const listeners = new Set<() => void>();

const isOn = (): boolean => localStorage.getItem(remembered) !== 'off';

export function setShortcutsOn(on: boolean): void {
  localStorage.setItem(remembered, on ? 'on' : 'off');
  listeners.forEach((listener) => listener());
}

/** Single keys can be switched off (WCAG 2.1.4). */
export const useShortcutsOn = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isOn);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that stand for a press of the button in focus must stay with it. */
const belongsToFocus = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' &&
  event.target instanceof HTMLElement &&
  event.target.closest('a, button, [role="tab"], [role="menuitem"]') !== null;

/**
 * Single-key shortcuts of a screen. Silent while somebody types, while an input method composes (Enter commits
 * pinyin), with a modifier held, behind an open dialog, and when switched off.
 */
export function useShortcuts(keys: Readonly<Record<string, () => void>>): void {
  const on = useShortcutsOn();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || belongsToFocus(event)) return;
    if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null) return;
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!on) return undefined;
    const listener = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [on]);
}
