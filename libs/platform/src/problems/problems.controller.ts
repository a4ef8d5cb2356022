import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OpenToAll } from '../identity/door.js';
import { explanations } from './explanations.js';
import { Problem } from './problem.js';

/** The page of each problem: what its code means and what to do. */
@OpenToAll()
@Controller('problems')
export class ProblemsController {
  @Get(':code')
  page(@Param('code') code: string, @Res() reply: FastifyReply): void {
    const explanation = Object.hasOwn(explanations, code) ? explanations[code] : undefined;
    if (!explanation) throw new Problem('NotFound', `There is no problem with the code ${code}.`);
    const { status, title, text } = explanation;
    const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${code}</title><h1>${title}</h1><p>${text}</p><p><code>${code}</code>, status ${status}</p></html>`;
    void reply.type('text/html; charset=utf-8').send(page);
  }
}
