import { expect, test } from '@jest/globals';
import { compareAddresses, parseAddress } from '../../src/domain/duplicates/compare-addresses.ts';

test('a Chinese address is taken apart, whatever is left out', () => {
  expect(parseAddress('江苏省苏州市姑苏区人民路９５０号金色港湾4栋2单元1906室')).toEqual({
    province: '江苏省',
    city: '苏州市',
    district: '姑苏区',
    road: '人民路',
    number: '950',
    estate: '金色港湾',
    building: '4',
    unit: '2',
    room: '1906',
  });
  expect(parseAddress('人民路950号金色港湾4-2-1906')).toMatchObject({
    road: '人民路',
    number: '950',
    building: '4',
    unit: '2',
    room: '1906',
  });
  expect(parseAddress('閔行區文化路八百一十七號六棟三單元2505')).toMatchObject({
    district: '闵行区',
    road: '文化路',
    number: '817',
    building: '6',
    unit: '3',
    room: '2505',
  });
  expect(parseAddress('杭州市阳光小区3号楼201')).toMatchObject({
    city: '杭州市',
    district: '',
    estate: '阳光小区',
    building: '3',
    room: '201',
  });
  expect(parseAddress('浦东新区世纪大道南段100弄5号')).toMatchObject({ district: '浦东新区' });
  expect(parseAddress('')).toMatchObject({ road: '', room: '' });
});

test.each([
  ['北京市 海淀区 和平路 345号  2栋  2401室', '北京市海淀区和平路345号2栋2401室'],
  ['姑苏区人民路950号金色港湾4-1906', '江苏省苏州市姑苏区人民路950号金色港湾4栋1906室'],
  ['四川成都锦江长江路323号阳光花园3幢1704室', '成都市锦江区长江路323号3栋1704室'],
  ['廣東省廣州市番禺區建设路544號万科城14棟3單元1602室', '广东省广州市番禺区建设路５４４号万科城14栋3单元1602室'],
  ['学院路408号15栋902室', '北京海淀学院路408号15幢4单元902室'],
  ['徐汇区文化路71御景湾18栋2805室', '上海市徐汇区文化路71号御景湾18栋2805室'],
  ['Apt 5, 44 Forbes St, Wintersloe', '44 Forbes Street Unit 5 Wintersloe'],
  ['5/44 Forbes Street', 'Flat 5, 44 Forbes St.'],
])('%s and %s are the same door', (a, b) => {
  expect(compareAddresses(a, b)).toBe('same');
  expect(compareAddresses(b, a)).toBe('same');
});

test.each([
  ['人民路950号', '苏州市姑苏区人民路950号金色港湾4栋1906室', 'partial'],
  ['姑苏区人民路', '苏州市姑苏区人民路950号4栋1906室', 'road'],
  ['44 Forbes Street', 'Unit 5, 44 Forbes Street', 'partial'],
  ['人民路950号4栋1906室', '人民路950号4栋1907室', 'different'],
  ['人民路950号4栋1906室', '人民路951号4栋1906室', 'different'],
  ['人民路950号4栋1单元1906室', '人民路950号4栋2单元1906室', 'different'],
  ['人民路950号', '和平路950号', 'different'],
  ['杭州市人民路950号4栋1906室', '苏州市人民路950号4栋1906室', 'different'],
  ['杭州市西湖区中山路', '杭州市滨江区中山路', 'different'],
  ['', '人民路950号', 'unknown'],
  ['杭州市', '杭州市', 'unknown'],
])('%s and %s are %s', (a, b, level) => {
  expect(compareAddresses(a, b)).toBe(level);
  expect(compareAddresses(b, a)).toBe(level);
});
