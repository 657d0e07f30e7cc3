#pragma once

#include "core/linalg.h"

#include <cstring>
#include <string>
#include <vector>

/// The file that numpy.save would write of this dictionary and these bytes.
inline std::string npyOf(const std::string& dictionary, const std::string& data)
{
    std::string padded = dictionary;
    while ((10 + padded.size() + 1) % 64 != 0)
        padded += ' ';
    padded += '\n';
    std::string file("\x93NUMPY\x01\0", 8);
    file += static_cast<char>(padded.size() & 0xFFU);
    file += static_cast<char>(padded.size() >> 8U);
    return file + padded + data;
}

inline std::string npyDictionary(const std::string& type, std::size_t rows, std::size_t columns)
{
    return "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + std::to_string(rows)
           + ", " + std::to_string(columns) + "), }";
}

/// `values` as numbers of another type, in memory order.
template <typename Value>
std::string rawBytes(const std::vector<double>& values)
{
    std::string bytes;
    for (const double value : values) {
        const auto number = static_cast<Value>(value);
        bytes.resize(bytes.size() + sizeof number);
        std::memcpy(bytes.data() + bytes.size() - sizeof number, &number, sizeof number);
    }
    return bytes;
}

/// An n × d table of float32 ("<f4"), float16 ("<f2") or float64 ("<f8").
template <typename Value>
std::string npyTable(std::size_t columns, const std::vector<double>& values)
{
    const auto type = "<f" + std::to_string(sizeof(Value));
    return npyOf(npyDictionary(type, values.size() / columns, columns), rawBytes<Value>(values));
}
