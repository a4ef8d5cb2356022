import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;

/**
 * Has class-validator look up once what it was told of a class. For every object that it validates it would go through the rules of all
 * classes there are; they are complete before the first object of a class is made, for decorators run with the class.
 */
export function rememberRulesOfShapes(): void {
  const storage = getMetadataStorage();
  const lookUp = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  const known = new Map<unknown, Map<unknown, Rules>>();
  const grouped = new WeakMap<Rules, ReturnType<typeof group>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (always || strictGroups || (groups?.length ?? 0) > 0)
      return lookUp(target, schema, always, strictGroups, groups);
    // An object within another is looked up with the name of the class of that other as its schema.
    const bySchema = known.get(target) ?? new Map<unknown, Rules>();
    known.set(target, bySchema);
    const rules = bySchema.get(schema) ?? lookUp(target, schema, always, strictGroups, groups);
    bySchema.set(schema, rules);
    return rules;
  };
  storage.groupByPropertyName = (rules) => {
    const byName = grouped.get(rules) ?? group(rules);
    grouped.set(rules, byName);
    return byName;
  };
}
