#!/usr/bin/env python3
"""Compares the extracted seed article with its expected.json, field by field.

  compare_seed.py EXPECTED.json ANSWERS.jsonl
"""
import json
import re
import sys
import unicodedata


def key(text):
    """Case, accents, punctuation and blanks do not count."""
    text = unicodedata.normalize('NFKD', text or '')
    text = ''.join(c for c in text if not unicodedata.combining(c)).casefold()
    return ' '.join(re.findall(r'\w+', text.replace("'", '').replace('\u2019', '')))


def items(what, expected, found):
    """(what, right, asked, misses): missing ones with '-', those too much with '+'."""
    keys = {key(x) for x in found}
    missing = [x for x in expected if key(x) not in keys]
    wanted = {key(x) for x in expected}
    extra = [x for x in found if key(x) not in wanted]
    return (what, len(expected) - len(missing), len(expected),
            ['-' + x for x in missing] + ['+' + x for x in extra])


def value(what, expected, found):
    right = key(expected) == key(found)
    return what, int(right), 1, [] if right else [f'{expected} -> {found}']


def quotes(expected, found):
    direct = [q for q in found['quotes'] if q['kind'] != 'indirect' and q.get('in', 'body') == 'body']
    by_text = {key(q['text']): q for q in direct}
    right, misses = 0, []
    for q in expected['quotes']:
        answer = by_text.pop(key(q['text']), None)
        if answer is None:
            misses.append('-' + q['text'])
        elif key(answer['speaker']) != key(q['speaker']):
            misses.append(f"{q['speaker']} -> {answer['speaker']}: {q['text']}")
        else:
            right += 1
    misses += ['+' + q['text'] for q in by_text.values()]
    return 'quotes with speakers', right, len(expected['quotes']), misses


def compare(expected_path, answers_path):
    """A list of (what, right, asked, [misses])."""
    with open(expected_path, encoding='utf-8') as f:
        expected = json.load(f)
    with open(answers_path, encoding='utf-8') as f:
        articles = [json.loads(line) for line in f]
    found = articles[0] if articles else {}
    # A word may be a quote in one place and none in another ('Difficult' talks; "difficult," he said).
    wanted = {key(q['text']) for q in expected['quotes']}
    inside = {key(q['text']) for q in found.get('quotes', [])} - wanted
    return [
        value('articles', '1', str(len(articles))),
        value('headline', expected['headline'], found.get('headline')),
        items('byline', expected['byline'], found.get('byline', [])),
        value('source', expected['source'], found.get('source')),
        value('agency', expected['agency'], found.get('agency')),
        value('url', expected['url'], found.get('url')),
        value('published', expected['published'], found.get('published')),
        items('captions', [c['text'] for c in expected['captions']], found.get('captions', [])),
        items('credits', [c['credit'] for c in expected['captions']],
              [c for c in found.get('credits', []) if c]),
        items('subheads', expected['subheads'], found.get('subheads', [])),
        items('related', expected['related'], found.get('related', [])),
        quotes(expected, found),
        ('not quotes', sum(key(x) not in inside for x in expected['not_quotes']),
         len(expected['not_quotes']), []),
        items('people', expected['people'], [p['name'] for p in found.get('people', [])]),
        items('roles', [f'{n}: {r}' for n, r in expected['people_roles'].items()],
              [f"{p['name']}: {r}" for p in found.get('people', []) for r in p['roles']]),
        items('places', [f"{p['name']}, {p['country']}" for p in expected['places']],
              [f"{p['name']}, {p['country']}" for p in found.get('places', [])]),
    ]


def to_text(fields):
    lines = []
    for what, right, asked, misses in fields:
        lines.append(f'{what:<22} {right:3} of {asked}')
        lines += ['    ' + miss for miss in misses]
    return '\n'.join(lines) + '\n'


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(to_text(compare(sys.argv[1], sys.argv[2])), end='')


if __name__ == '__main__':
    main()
