"""Articles read from an archive beside what stands in it: which fields differ.

Used by script/score; the rules of sameness are those of DATA/tools/score_pages.py, given as `rules`.
"""
import re

FIELDS = ('headline', 'byline', 'day', 'body')


def differing(gold, article, rules):
    """Names of the fields of `gold` that `article` (or None) has otherwise."""
    if article is None:
        return ['article']
    wrong = []
    if gold.get('headline') and rules.fold(gold['headline']) != rules.fold(article['headline']):
        wrong.append('headline')
    if 'byline' in gold:
        names = [{rules.fold_name(name) for name in one.get('byline') or []} - {''}
                 for one in (gold, article)]
        if names[0] != names[1]:
            wrong.append('byline')
    if gold.get('published'):
        days, _ = rules.parse_date(gold['published'])
        if days and not days & rules.parse_date(article['published'])[0]:
            wrong.append('day')
    words = [rules.TOKEN.findall((one.get('body') or '').replace('\u00ad', '')) for one in (gold, article)]
    if gold.get('body') and words[0] != words[1]:
        wrong.append('body')
    text = re.sub(r'\s+', ' ', article['body'])
    if any(re.sub(r'\s+', ' ', part).strip() not in text for part in gold.get('with', [])):
        wrong.append('body')
    return wrong


def compare(golds, articles, rules):
    """Pairs of gold and article to (counts of right fields, a text of what differs)."""
    right = {field: [0, 0] for field in FIELDS}
    same, lines = 0, []
    for gold, article in zip(golds, articles):
        wrong = differing(gold, article, rules)
        same += not wrong
        asked = {'headline': gold.get('headline'), 'byline': 'byline' in gold,
                 'day': gold.get('published'), 'body': gold.get('body') or gold.get('with')}
        for field in FIELDS:
            if asked[field]:
                right[field][0] += field not in wrong and article is not None
                right[field][1] += 1
        for field in wrong:
            key = {'day': 'published'}.get(field, field)
            lines.append(f'{gold["id"]}: {field}: {str(gold.get(key))[:300]!r} '
                         f'read as {str((article or {}).get(key))[:300]!r}')
    return same, right, '\n'.join(lines) + '\n'
