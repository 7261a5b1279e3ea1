#!/usr/bin/env python3
"""Reading of web pages beside Mozilla Readability, on the same pages in one run; prints one table.

  script/bench pages DATA [REPEATS]      for example: script/bench pages ../shared

Saved web pages (DATA/data/pages, as for script/score) by `onrecord-index extract` and by Readability
on linkedom, which npm installs into build/bench. Quality by the scorer in DATA/tools, time per page
on one core each, reading and decoding not in it. Needs node (script/setup bench-pages).
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tarfile

sys.dont_write_bytecode = True  # nothing beside the scripts

SOURCES = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(SOURCES)))
BIN = os.path.join(ROOT, 'build', 'release', 'bin')
OUT = os.path.join(ROOT, 'build', 'bench')


def run(command, **more):
    return subprocess.run(command, check=True, **more)


def one_core(command):
    return ['taskset', '-c', '0', *command]


def pages_of(data):
    """The annotated pages, unpacked once."""
    folder = os.path.join(OUT, 'pages')
    if not os.path.exists(folder + '.unpacked'):
        archives = os.path.join(data, 'data', 'pages')
        for name in sorted(os.listdir(archives)):
            if name.endswith('.tar.xz'):
                with tarfile.open(os.path.join(archives, name)) as tar:
                    tar.extractall(folder)
        open(folder + '.unpacked', 'w').close()
    return sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names)


def install_readability():
    folder = os.path.join(OUT, 'readability')
    os.makedirs(folder, exist_ok=True)
    for name in ('package.json', 'readability.mjs'):
        shutil.copy(os.path.join(SOURCES, name), folder)
    if not (shutil.which('node') and shutil.which('npm')):
        run([os.path.join(ROOT, 'script', 'setup'), 'bench-pages'])
    run(['npm', 'install', '--silent', '--no-audit', '--no-fund', '--no-package-lock'], cwd=folder)
    return os.path.join(folder, 'readability.mjs')


def build():
    """The release preset and, in the same tree, the program that takes our times."""
    quiet = {'cwd': ROOT, 'stdout': subprocess.DEVNULL}
    run([os.path.join(ROOT, 'script', 'build'), 'release'], **quiet)
    run([os.path.join(ROOT, 'script', 'setup'), 'bench'], **quiet)
    tree = os.path.join('build', 'release')
    run(['cmake', '-DONRECORD_BENCHMARKS=ON', tree], **quiet)
    run(['cmake', '--build', tree, '--target', 'page_times'], **quiet)


def write_lines(command, files, name, status=(0,)):
    """Runs a program that reads the list of files; its lines in build/bench/NAME.jsonl."""
    path = os.path.join(OUT, name + '.jsonl')
    with open(path, 'w', encoding='utf-8') as out:
        done = subprocess.run(command, input='\n'.join(files), stdout=out, text=True,
                              stderr=subprocess.DEVNULL)
    if done.returncode not in status:
        sys.exit(f'{" ".join(command)}: exit status {done.returncode}')
    return path


def records(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines]


def scores(data, answers):
    result = answers + '.scores'
    run([sys.executable, os.path.join(data, 'tools', 'score_pages.py'), '--gold',
         os.path.join(data, 'data', 'pages', 'gold-dev.jsonl.xz'), '--pred', answers,
         '--json', result], stdout=subprocess.DEVNULL)
    with open(result, encoding='utf-8') as f:
        return next(iter(json.load(f).values()))


MEASURES = [('fd', 'body', 'f1', 'body F1, fd'), ('fe', 'body', 'f1', 'body F1, fe'),
            ('sh', 'body', 'f1', 'body F1, sh'), ('ad', 'segments', 'f1', 'segments F1, ad'),
            ('fd', 'headline', 'exact', 'headline exact, fd'),
            ('ad', 'headline', 'exact', 'headline exact, ad'),
            ('fd', 'captions', 'leak', 'captions leaked, fd')]


def row(name, ours, theirs, form):
    ratio = f'{theirs / ours:7.1f}' if ours else ''
    print(f'{name:<26} {ours:>10{form}} {theirs:>12{form}} {ratio}'.rstrip())


def bench_pages(data, repeats):
    files = pages_of(data)
    script = install_readability()
    build()
    answers = os.path.join(OUT, 'onrecord.jsonl')
    with open(answers, 'w', encoding='utf-8') as out:
        subprocess.run([os.path.join(BIN, 'onrecord-index'), 'extract', '--format', 'html', *files],
                       stdout=out, stderr=subprocess.DEVNULL)
    ours = records(write_lines(one_core([os.path.join(BIN, 'page_times'), repeats]), files,
                               'onrecord-times'))
    their_answers = write_lines(one_core(['node', script, repeats]), files, 'readability')
    theirs = {r['path']: r['ms'] for r in records(their_answers) if r['ms'] is not None}
    both = [r for r in ours if r['path'] in theirs]
    print(f'{len(files)} pages, {len(both)} timed by both; one core; median of {repeats} runs a page\n')
    print(f'{"":<26} {"OnRecord":>10} {"Readability":>12} {"ratio":>7}')
    if os.path.exists(os.path.join(data, 'tools', 'score_pages.py')):
        us, them = scores(data, answers), scores(data, their_answers)
        for source, measure, key, name in MEASURES:
            a, b = us[source][measure][key], them[source][measure][key]
            print(f'{name:<26} {100 * a:>10.1f} {100 * b:>12.1f}')
    us, them = [r['ms'] for r in both], [theirs[r['path']] for r in both]
    row('ms a page, mean', statistics.mean(us), statistics.mean(them), '.2f')
    row('ms a page, median', statistics.median(us), statistics.median(them), '.2f')
    row('ms a page, 95 % below', sorted(us)[len(us) * 95 // 100],
        sorted(them)[len(them) * 95 // 100], '.2f')
    parse = [r['parse_ms'] for r in both]
    print(f'\nof it parsing, mean: {statistics.mean(parse):.2f} ms; '
          f'all of splitting is {statistics.mean(us) / statistics.mean(parse):.1f} times that; '
          f'Readability takes {statistics.median(b / a for a, b in zip(us, them)):.1f} times as long '
          'as OnRecord (median over pages)')


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    os.makedirs(OUT, exist_ok=True)
    bench_pages(os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else '3')


if __name__ == '__main__':
    main()
