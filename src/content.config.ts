/** Where Starlight finds its pages, and what a chapter's front matter says beyond Starlight's own fields. */

import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

import { contentId } from './course/content-id.ts';

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: './content',
      pattern: '**/[^_]*.{md,mdx}',
      generateId: ({ entry }) => contentId(entry),
    }),
    schema: docsSchema({
      extend: z.object({
        /** Number of the chapter in the course, from 1. */
        chapter: z.number().int().positive().optional(),
        /** Letter of a lesson, where a chapter has more than one page. */
        lesson: z
          .string()
          .regex(/^[a-z]$/)
          .optional(),
        /** What the reader does in the chapter, in half a sentence, for the list of chapters. */
        does: z.string().optional(),
        /** Of a chapter: what the reader will learn, what to keep of it, and where it leads. */
        learn: z.array(z.string()).length(3).optional(),
        recap: z.array(z.string()).length(3).optional(),
        bridge: z.string().optional(),
        /** True where a challenge waits for the reader. */
        challenge: z.boolean().default(false),
      }),
    }),
  }),
};
