import { Controller, Get } from '@nestjs/common';
import { Public } from '../http/access.js';
import { Answers } from './answers.js';
import { OpenApi, type OpenApiDocument } from './openapi.js';

@Controller('api/openapi.json')
export class OpenApiController {
  constructor(private readonly openApi: OpenApi) {}

  @Get()
  @Public()
  @Answers('OpenAPI', 'This description')
  read(): OpenApiDocument {
    return this.openApi.document();
  }
}
