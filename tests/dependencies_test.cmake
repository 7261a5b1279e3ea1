# SPDX-License-Identifier: GPL-3.0-or-later
# Keeps the direction of dependencies: reads every #include of ours against the table below.
#
#   cmake -P tests/dependencies_test.cmake             checks the sources
#   cmake -DSELF_CHECK=ON -P ...                       checks that violations are found
cmake_minimum_required(VERSION 3.24)

# Folder -> what its files may include, beside files of the same folder and of libraries.
# docs/architecture.md draws the same picture.
set(may_include
  "common             -> "
  "indexer/reader     -> common indexer/language"
  "indexer/language   -> common"
  "indexer/gazetteer  -> common indexer/language"
  "indexer/split      -> common indexer/reader indexer/language indexer/gazetteer"
  "indexer/entity     -> common indexer/language indexer/gazetteer"
  "indexer/quote      -> common indexer/language indexer/entity"
  "indexer/output     -> common"
  "indexer/tools      -> common indexer/gazetteer indexer/language"
  "indexer/command    -> common indexer"
  "indexer            -> common indexer"
  "searcher/query     -> common searcher/request.h"
  "searcher/present   -> common searcher/request.h searcher/result_page.h"
  "searcher           -> common searcher")

# Only these may speak to Xapian.
set(may_use_xapian common/index_ indexer/output/ searcher/query/query_builder searcher/engine searcher/facets)

# --- reading the table ---

# Does `name` begin with one of `prefixes`?
function(begins_with name prefixes out)
  set(${out} FALSE PARENT_SCOPE)
  foreach(prefix IN LISTS prefixes)
    string(FIND "${name}" "${prefix}" at)
    if(at EQUAL 0)
      set(${out} TRUE PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

# What `file` may include by the row of its folder, or else of the folder above; nothing when there
# is no row. The rows of the programs' top folders do not reach down: a new stage needs its own.
function(allowed_for file out)
  cmake_path(GET file PARENT_PATH folder)
  set(top ${folder})
  while(folder)
    foreach(row IN LISTS may_include)
      if(row MATCHES "^${folder} *-> *(.*)$" AND (folder STREQUAL top OR folder MATCHES "/"))
        string(REPLACE " " ";" others "${CMAKE_MATCH_1}")
        set(${out} ${folder} ${others} PARENT_SCOPE)
        return()
      endif()
    endforeach()
    cmake_path(GET folder PARENT_PATH folder)
  endwhile()
  set(${out} "" PARENT_SCOPE)
endfunction()

# Sets `complaint` to what is wrong with one include of one file, or to nothing.
function(check_include file included)
  if(included STREQUAL "xapian.h")
    begins_with("${file}" "${may_use_xapian}" fine)
    set(rule "only these use Xapian: ${may_use_xapian}")
  elseif(included MATCHES "^(common|indexer|searcher)/")
    allowed_for("${file}" allowed)
    begins_with("${included}" "${allowed}" fine)
    set(rule "may include: ${allowed}")
  else()
    set(fine TRUE)
  endif()
  set(complaint)
  if(NOT fine)
    string(REPLACE ";" " " rule "${rule}")
    set(complaint "  ${file} includes ${included}\n    ${rule}\n")
  endif()
  set(complaint "${complaint}" PARENT_SCOPE)
endfunction()

# --- the sources ---

function(check_sources)
  file(GLOB_RECURSE files RELATIVE ${root} ${root}/common/*.h ${root}/common/*.cc
       ${root}/indexer/*.h ${root}/indexer/*.cc ${root}/searcher/*.h ${root}/searcher/*.cc)
  set(complaints)
  foreach(file IN LISTS files)
    file(STRINGS ${root}/${file} lines REGEX "^ *# *include")
    foreach(line IN LISTS lines)
      if(line MATCHES "[<\"]([^>\"]+)[>\"]")
        check_include("${file}" "${CMAKE_MATCH_1}")
        string(APPEND complaints "${complaint}")
      endif()
    endforeach()
  endforeach()
  if(complaints)
    message(FATAL_ERROR "Includes against the direction of dependencies:\n${complaints}")
  endif()
  list(LENGTH files count)
  message(STATUS "${count} files include only what they may")
endfunction()

# --- the check of the check ---

function(expect file included wrong)
  check_include("${file}" "${included}")
  if(wrong AND NOT complaint)
    message(SEND_ERROR "${file} may not include ${included}, but there is no complaint")
  elseif(NOT wrong AND complaint)
    message(SEND_ERROR "${file} may include ${included}, but:\n${complaint}")
  endif()
endfunction()

function(check_myself)
  set(wrong TRUE)
  expect("common/tokens.cc" "indexer/analyse.h" ${wrong})
  expect("common/tokens.cc" "searcher/engine.h" ${wrong})
  expect("indexer/main.cc" "searcher/engine.h" ${wrong})
  expect("searcher/main.cc" "indexer/analyse.h" ${wrong})
  expect("indexer/split/article_splitter.cc" "indexer/quote/quotes.h" ${wrong})
  expect("indexer/entity/entities.cc" "indexer/quote/quotes.h" ${wrong})
  expect("indexer/quote/quotes.cc" "indexer/output/index_writer.h" ${wrong})
  expect("indexer/reader/json_reader.cc" "indexer/analyse.h" ${wrong})
  expect("searcher/present/text.cc" "searcher/engine.h" ${wrong})
  expect("indexer/new_stage/x.cc" "common/article.h" ${wrong})  # no row in the table
  expect("indexer/quote/quotes.cc" "xapian.h" ${wrong})
  expect("searcher/main.cc" "xapian.h" ${wrong})
  set(wrong FALSE)
  expect("indexer/quote/quotes.cc" "indexer/quote/quotes.h" ${wrong})
  expect("indexer/quote/quotes.cc" "common/article.h" ${wrong})
  expect("indexer/reader/html/tree.cc" "indexer/reader/reader.h" ${wrong})
  expect("indexer/analyse.cc" "indexer/quote/quotes.h" ${wrong})
  expect("indexer/output/index_writer.cc" "xapian.h" ${wrong})
  expect("searcher/engine.cc" "xapian.h" ${wrong})
  expect("common/tokens.cc" "unicode/uchar.h" ${wrong})
endfunction()

cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH root)
if(SELF_CHECK)
  check_myself()
else()
  check_sources()
endif()
