import { useEffect, useEffectEvent, useRef, useState, type ChangeEvent } from 'react';

const pauseMs = 250;

interface Typed {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onCompositionStart: () => void;
  readonly onCompositionEnd: (event: { readonly currentTarget: HTMLInputElement }) => void;
}

/** A search field that tells what was typed after a short pause, and never half a syllable of an input method. */
export function useTypedText(applied: string, apply: (text: string) => void): Typed {
  const [text, setText] = useState(applied);
  const [composing, setComposing] = useState(false);
  const asked = useRef(applied);
  const tell = useEffectEvent(apply);
  useEffect(() => {
    // Changed from outside (a cleared filter, the back button): the field follows.
    if (applied !== asked.current) {
      asked.current = applied;
      setText(applied);
    }
  }, [applied]);
  useEffect(() => {
    if (composing || text.trim() === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = text.trim();
      tell(asked.current);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, composing]);
  return {
    value: text,
    onChange: ({ target }) => setText(target.value),
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: ({ currentTarget }) => {
      setComposing(false);
      setText(currentTarget.value);
    },
  };
}
