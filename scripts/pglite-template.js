// Makes the empty read database that every new one is copied from: part of the build, so that the first start need not.
import { TEMPLATE, templateIn } from '#read-side';

await templateIn(TEMPLATE);
