import { useRef } from 'react';
import { isRuleGroupType, QueryBuilder, type RuleGroupProps } from 'react-querybuilder';
import { RULE_FIELDS } from '../../../data/segments/rule.ts';
import { type DraftRule, firstOperator, firstValue } from './draft-rule.ts';
import { FocusTurn } from './focus-turn.ts';
import { GroupBlock } from './group-block.tsx';

type RuleBuilderProps = { readonly draft: DraftRule; readonly onChange: (draft: DraftRule) => void };

const FIELDS = RULE_FIELDS.map((name) => ({ name, label: name }));
const CONTROLS = { ruleGroup: WholeRule };

/** The query builder keeps the tree and its moves; all that is seen of it is ours. */
export function RuleBuilder({ draft, onChange }: RuleBuilderProps) {
  const turn = useRef(null);
  return (
    <FocusTurn value={turn}>
      <QueryBuilder
        query={draft}
        onQueryChange={onChange}
        fields={FIELDS}
        getDefaultOperator={firstOperator}
        getDefaultValue={(rule) => firstValue(rule.field)}
        controlElements={CONTROLS}
        enableMountQueryChange={false}
        suppressStandardClassnames
      />
    </FocusTurn>
  );
}

function WholeRule({ ruleGroup, actions }: RuleGroupProps) {
  // The independent-combinators form of the builder, which has none, is not switched on.
  if (!isRuleGroupType(ruleGroup)) return null;
  return <GroupBlock group={ruleGroup} path={[]} parentId={undefined} actions={actions} isFirst isLast />;
}
