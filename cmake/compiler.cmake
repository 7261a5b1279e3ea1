# Language level, warnings, hardening and sanitizers, the same for every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g")  # without NDEBUG: assertions stay on, they are cheap

find_program(ONRECORD_CCACHE ccache)
if(ONRECORD_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ONRECORD_CCACHE})
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
                    -Woverloaded-virtual -Werror)

if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo" AND NOT ONRECORD_SANITIZE)
  # Packages are the same from a checkout in any folder.
  add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
  add_compile_options(-D_FORTIFY_SOURCE=2 -D_GLIBCXX_ASSERTIONS -fstack-protector-strong
                      -fstack-clash-protection -fcf-protection)
  add_link_options(-Wl,-z,relro,-z,now -Wl,-z,noexecstack -pie)
endif()

if(ONRECORD_SANITIZE)
  add_compile_options(-fsanitize=${ONRECORD_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${ONRECORD_SANITIZE})
endif()

if(ONRECORD_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)  # coverage of everything; main() only in targets
  add_link_options(-fsanitize=fuzzer-no-link)
endif()
